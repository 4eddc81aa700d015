import {poolGauges} from '../../exposition/pool-gauges.ts';

/** Django keeps no pool unless told to; how many connections it opens tells whether they are kept at all. */
export default poolGauges({
	id: 'django',
	title: 'django-prometheus',
	named: ['alias'],
	counts: ({labels}) => labels.get('vendor') !== 'sqlite',
	fields: {opened: ['django_db_new_connections']},
});
